/** Rows times columns of one sheet that is read: 100,000 rows of thirty columns. */
export const MOST_CELLS = 3_000_000;

/** A begin of a row or a cell, whatever its prefix, or what an attribute `r` says. */
const MARK = /<(?:[^\s<>/:]{1,40}:)?(row|c)(?=[\s/>])|(?<!xmlns:)\br\s*=\s*["']([^"']{0,40})/g;
const PLACE = /^([A-Za-z]{0,3})(\d{0,9})$/;

/**
 * Rows times columns of the sheet that stands in this part of a workbook, or more, and where some rows name their place and
 * others do not, half of it at least; 0 where none does. A reader makes every
 * cell up to the furthest that is named, so two cells in a corner each are as much as a full sheet (17 billion cells). Where
 * something stands that could be read otherwise than it looks, it counts as too much.
 */
export function extentOf(xml: string): number {
  let [rows, row, columns, inRow] = [0, 0, 0, 0];
  for (const [, name, place] of xml.matchAll(MARK)) {
    if (name === 'row') {
      rows++;
      inRow = 0;
    } else if (name === 'c') {
      if (rows > 0) columns = Math.max(columns, ++inRow);
    } else {
      const [, letters = '', digits = ''] = PLACE.exec(place ?? '') ?? [];
      columns = Math.max(columns, letters + digits === '' ? Number.POSITIVE_INFINITY : columnOf(letters));
      row = Math.max(row, Number(digits));
    }
  }
  // A row that names no place comes after the one before: of both kinds together there are twice as many at most.
  return rows === 0 ? 0 : Math.max(rows, row) * columns;
}

/** A is 1, Z 26, AA 27. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
