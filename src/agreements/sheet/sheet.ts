/** A cell as a reader of CSV or XLSX gave it. A date is midnight UTC of its day. */
export type CellValue = string | number | boolean | Date | null;

/** A sheet; its first row names the columns. */
export interface Sheet {
  readonly naam: string;
  readonly rijen: readonly (readonly CellValue[])[];
}

/** A mistake in a spreadsheet, where somebody with the spreadsheet before him looks for it. */
export interface SheetFault {
  readonly blad: string;
  /** As the spreadsheet counts: the first row is 1. Null: it is about the sheet. */
  readonly rij: number | null;
  readonly kolom: string | null;
  /** Number of the contract in that row. */
  readonly contract: string | null;
  /** Dutch: what is wrong and what to do. */
  readonly melding: string;
}
