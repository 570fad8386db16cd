import type { VNode } from 'preact';
import { apiDocument } from '../../../api/openapi/served.ts';
import type { ApiContent, ApiDocument, ApiOperation, ApiParameter } from '../../../api/openapi/shape.ts';
import { groepeer } from '../../../standard/groepeer.ts';
import { Xml } from '../../kit/rol.tsx';
import type { PageRoute, View } from '../../page.ts';

/** `/docs`: the OpenAPI document for people: every call with what it takes, what it gives and an example. */
export const DOCS: PageRoute = { path: '/docs', action: 'docs.view', show: async () => docsView(apiDocument()) };

interface Aanroep {
  readonly methode: string;
  readonly pad: string;
  readonly aanroep: ApiOperation;
}

function docsView({ paths }: ApiDocument): View {
  const aanroepen = Object.entries(paths).flatMap(([pad, opPad]) =>
    Object.entries(opPad).map(([methode, aanroep]) => ({ methode: methode.toUpperCase(), pad, aanroep })),
  );
  const perDeel = [...groepeer(aanroepen, ({ aanroep }) => aanroep.tags[0] ?? 'overig')];
  return {
    kind: 'view',
    title: 'API van de iJW-gateway',
    intro: (
      <>
        Alle aanroepen, gemaakt van hetzelfde document dat de gateway volgt:{' '}
        <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).
      </>
    ),
    body: (
      <>
        <ul class="onderdelen">
          {perDeel.map(([deel]) => (
            <li>
              <a href={`#${deel}`}>{deel}</a>
            </li>
          ))}
        </ul>
        {perDeel.map(([deel, groep]) => (
          <section id={deel}>
            <h2>{deel}</h2>
            {groep.map((een) => (
              <Toon {...een} />
            ))}
          </section>
        ))}
      </>
    ),
  };
}

function Toon({ methode, pad, aanroep }: Aanroep): VNode {
  const { operationId, summary, description = 'Voor iedereen, ook zonder sleutel.', parameters, requestBody } = aanroep;
  const antwoorden = Object.entries(aanroep.responses);
  return (
    <article id={operationId}>
      <h3>
        <code>{`${methode} ${pad}`}</code>
      </h3>
      <p>{`${summary} ${description}`}</p>
      {parameters.length === 0 ? null : (
        <Rijen label={`Parameters van ${methode} ${pad}`} rijen={parameters.map(rij)} />
      )}
      {requestBody === undefined ? null : (
        <Voorbeelden content={requestBody.content} kop={`Voorbeeld van de inhoud van ${methode} ${pad}`} />
      )}
      <Rijen
        label={`Antwoorden van ${methode} ${pad}`}
        rijen={antwoorden.map(([status, { description: zin }]) => [status, zin])}
      />
      {antwoorden.map(([status, { content = {} }]) => (
        <Voorbeelden content={content} kop={`Voorbeeld van ${status} op ${methode} ${pad}`} />
      ))}
    </article>
  );
}

function rij({ name, in: waar, required = false, description }: ApiParameter): readonly string[] {
  return [required ? `${name} (verplicht)` : name, PLAATS[waar], description];
}
const PLAATS = { path: 'adres', query: 'vraag', header: 'kopregel' } as const;

function Voorbeelden({ content, kop }: { readonly content: ApiContent; readonly kop: string }): VNode {
  const gegeven = Object.entries(content).filter(([, { example }]) => example !== undefined);
  return (
    <>
      {gegeven.map(([type, { example }]) => (
        <details>
          <summary>{`${kop} (${type})`}</summary>
          <Xml label={`${kop}, ${type}`}>
            {typeof example === 'string' ? example : JSON.stringify(example, null, 2)}
          </Xml>
        </details>
      ))}
    </>
  );
}

/** Words, not figures: a list, of which nobody wants a file. */
function Rijen(props: { readonly label: string; readonly rijen: readonly (readonly string[])[] }): VNode {
  return (
    <ul aria-label={props.label}>
      {props.rijen.map(([naam = '', ...rest]) => (
        <li>
          <code>{naam}</code>: {rest.join(', ')}
        </li>
      ))}
    </ul>
  );
}
