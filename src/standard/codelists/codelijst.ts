/** What each code of a list says, by code. */
export type Codelijst = Readonly<Record<string, string>>;

/** Code lists by the name of the schema type that uses them (`LDT_Eenheid`). */
export type Codelijsten = Readonly<Record<string, Codelijst>>;
