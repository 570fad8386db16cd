/**
 * Judges the messages on standard input over and over, and writes one hash of report and answers per message. A process
 * of its own, since time zone and locale are read when it starts; it runs what was built.
 */
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { admittedFrom } from '../../dist/src/judging/admitted.js';
import { JudgeDesk } from '../../dist/src/judging/judge-desk.js';
import { peekHeader } from '../../dist/src/xml/read/header-peek.js';

const { keer, opdrachten } = JSON.parse(await text(process.stdin));
const desk = new JudgeDesk();

function oordeel({ afspraken, bytes, ontvangenOp, kennis, nummers }) {
  const inhoud = Buffer.from(bytes, 'base64');
  const { zender: partij, ...kop } = peekHeader(inhoud);
  const bericht = {
    token: 't',
    berichtId: kennis.berichtId,
    bytes: inhoud,
    admitted: admittedFrom({ partij, ...kop }),
    ontvangenOp: new Date(ontvangenOp),
  };
  desk.answer({ soort: 'open', afspraken, berichten: [bericht] });
  const [{ verdict, antwoorden }] = desk.answer({
    soort: 'judge',
    afspraken,
    berichten: [{ token: 't', kennis, nummers, beantwoord: null }],
  });
  const hash = createHash('sha256').update(JSON.stringify(verdict));
  for (const antwoord of antwoorden) hash.update(antwoord);
  return `${verdict.status} ${verdict.bevindingen.length} ${verdict.antwoorden.map((a) => a.type)} ${hash.digest('hex')}`;
}

const hashes = opdrachten.map((opdracht) => {
  desk.answer({
    soort: 'afspraken',
    afspraken: { versie: opdracht.afspraken, document: opdracht.document },
    vergeet: [],
  });
  const alle = new Set(Array.from({ length: keer }, () => oordeel(opdracht)));
  return [...alle];
});
const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
process.stdout.write(JSON.stringify({ timeZone, locale, hashes }));
