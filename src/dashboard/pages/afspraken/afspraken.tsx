import { refusal } from '../../../access/actions.ts';
import { takes } from '../../../api/schemas/json-schema.ts';
import { DATUM } from '../../../api/schemas/parameters.ts';
import { inAmsterdam } from '../../../standard/datum.ts';
import { askedBy, Filter } from '../../kit/filter.tsx';
import { Foutlijst, Veld } from '../../kit/formulier.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { dayText } from '../../kit/value.tsx';
import type { PageOutcome, PageRequest, PageRoute } from '../../page.ts';
import { Invoer } from './invoer.tsx';
import { afsprakenTabellen } from './tabellen.ts';
import { Versies } from './versies.tsx';

const lees = askedBy<{ readonly op?: string }>(takes({ op: DATUM }));

/** `/afspraken`: what is in force on a day; an operator looks at its regions. */
export const AFSPRAKEN: PageRoute = {
  path: '/afspraken',
  action: 'page.agreements',
  query: ['op'],
  show: (request) => showAgreements(request),
};

export async function showAgreements(
  request: PageRequest,
  fouten: readonly string[] = [],
  status = 200,
): Promise<PageOutcome> {
  const { api, principal, query, now } = request;
  const gelezen = lees(query);
  const onjuist = Object.values(gelezen.fouten);
  const op = onjuist.length === 0 ? (gelezen.asked.op ?? inAmsterdam(now).datum) : inAmsterdam(now).datum;
  const { nummer, document } = await api.gateway.agreements.inForce(principal);
  const tabellen = afsprakenTabellen(document, op);
  return {
    kind: 'view',
    status: onjuist.length > 0 ? 400 : status,
    title: 'Afspraken',
    intro: `Versie ${nummer} (“${document.versie}”). Getoond is wat geldt op ${dayText(op)}.`,
    tables: tabellen,
    live: ['afspraken'],
    body: (
      <>
        <Foutlijst fouten={[...onjuist, ...fouten]} />
        <Filter action="/afspraken">
          <Veld naam="op" label="Wat geldt op" soort="date" waarde={op} fout={gelezen.fouten.op} />
        </Filter>
        {tabellen.map((een) => (
          <section>
            <h2>{een.titel}</h2>
            <Tabel van={een} />
          </section>
        ))}
        {refusal(principal, 'agreements.read') === null ? <Versies van={await versies(request)} /> : null}
        {refusal(principal, 'agreements.replace') === null ? <Invoer nummer={nummer} label={document.versie} /> : null}
      </>
    ),
  };
}

const GETOONDE_VERSIES = 10;

async function versies({ api, principal }: PageRequest) {
  return (await api.gateway.agreements.imports(principal, { limit: GETOONDE_VERSIES })).items;
}
