import { eersteDag, laatsteDag } from '../../../dist/src/samples/decor.js';
import { RAISED } from './causes.mjs';

/** How much of its volume each child uses up in the months that are declared: most stay well within it. */
const PACES = [0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2];

/** The last whole month before a day, as its first day. */
export function lastWholeMonth(day) {
  return eersteDag(day, -1);
}

/** Lines of what was delivered and not declared yet, up to that month; a part of the lines that were granted. */
export function linesOf(child, month, day) {
  const months = [];
  for (let m = child.begin; m <= month; m = eersteDag(m, 1)) if (!child.declared.has(m)) months.push(m);
  if (child.stopped !== null) return [];
  child.pace ??= child.chance.of(PACES);
  const all = Math.max(1, monthsBetween(child.begin, month));
  const raised = child.aanbieder === RAISED.aanbieder && day >= RAISED.day;
  return months.flatMap((m) => {
    const volume = Math.max(1, Math.floor((child.volume * child.pace) / all));
    const bedrag = child.cost(volume);
    if (bedrag === null || bedrag > 99_999_999) return [];
    const tarief = raised ? Math.round(child.product.tarief * RAISED.factor) : child.product.tarief;
    const line = {
      ...{ referentie: nextLine(child), code: child.product.code, categorie: child.product.categorie },
      ...{ eenheid: child.product.eenheid, begin: m, einde: laatsteDag(m, 0), volume, tarief },
      bedrag: raised ? volume * tarief : bedrag,
    };
    child.declared.set(m, line);
    return [line];
  });
}

/** A line that was wrong: taken back, and sent again with less. */
export function correctionOf(child) {
  const done = [...child.declared.values()].filter(({ granted }) => granted === true);
  if (done.length === 0) return [];
  const { granted: _, ...line } = child.chance.of(done);
  const volume = Math.max(1, Math.floor(line.volume * 0.8));
  return [
    { ...line, referentie: nextLine(child), vorig: line.referentie, debetCredit: 'C' },
    { ...line, referentie: nextLine(child), volume, bedrag: child.cost(volume) },
  ];
}

function nextLine(child) {
  child.lines++;
  return `P${child.nummer}-${child.lines}`;
}

function monthsBetween(from, to) {
  const count = (d) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
  return count(to) - count(from) + 1;
}
