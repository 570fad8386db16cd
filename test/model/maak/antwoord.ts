import { kop, type Maak } from './omstandigheid.ts';

/** On any request, whatever became of it. */
export const jw319: Maak = (bij) => {
  const { kies, stand } = bij;
  const hoofd = kop(bij);
  const verzoek = stand.verzoeken.length === 0 || kies.soms(12) ? undefined : kies.uit(stand.verzoeken);
  const antwoord = kies.uit(['1', '2']);
  const juist = antwoord === '1' ? '2' : null;
  const partijen =
    verzoek === undefined || kies.soms(20) ? {} : { gemeente: verzoek.gemeente, aanbieder: verzoek.aanbieder };
  return {
    ...hoofd,
    ...partijen,
    type: 'JW319',
    referentie: verzoek?.referentie ?? 'NIET',
    antwoord,
    reden: kies.soms(20) ? (juist === null ? '2' : null) : juist,
  };
};
