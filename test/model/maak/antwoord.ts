import { kop, type Maak } from './omstandigheid.ts';

/** On any request of its own release, whatever became of it: iJW 2.3 has no JW319. */
export const jw319: Maak = (bij) => {
  const { kies, stand } = bij;
  const hoofd = kop(bij);
  const isOud = (id: string) => stand.berichten.some((b) => b.bericht === id && b.release === '2.3');
  const verzoeken = stand.verzoeken.filter((v) => !isOud(v.bericht));
  const verzoek = verzoeken.length === 0 || kies.soms(12) ? undefined : kies.uit(verzoeken);
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
