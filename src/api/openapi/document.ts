import { groepeer } from '../../standard/groepeer.ts';
import { components } from '../schemas/components.ts';
import { type Described, operation } from './operation.ts';
import { probleemVoorbeelden } from './problems.ts';
import type { ApiDocument, ApiOperation } from './shape.ts';

/** What the API is as one OpenAPI 3.1 document; users of its page read Dutch. */
export function openApi(routes: readonly Described[]): ApiDocument {
  const paths = groepeer(routes, ({ pad }) => pad.replace(/:(\w+)/g, '{$1}'));
  return {
    openapi: '3.1.1',
    info: {
      title: 'iJW-gateway',
      version: '1',
      summary: 'Berichten over jeugdhulp (iJW) insturen, ophalen en volgen.',
      description:
        'Bedragen zijn gehele eurocenten, momenten zijn UTC. Fouten zijn application/problem+json met een vaste code. ' +
        'Een onbekende parameter of waarde is 400 en noemt wat de aanroep wel kent.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries([...paths].map(([pad, hier]) => [pad, pathOf(hier)])),
    components: {
      schemas: components(),
      examples: probleemVoorbeelden(),
      securitySchemes: {
        sleutel: { type: 'http', scheme: 'bearer', description: 'Een sleutel, gemaakt door de beheerder.' },
      },
    },
  };
}

function pathOf(routes: readonly Described[]): Readonly<Record<string, ApiOperation>> {
  return Object.fromEntries(routes.map((route) => [route.method.toLowerCase(), operation(route)]));
}
