export interface SavedSearch {
  readonly id: string;
  readonly naam: string;
  /** As it stands in an address behind the `?`. */
  readonly vraag: string;
}

export interface NewSearch extends Omit<SavedSearch, 'id'> {
  readonly eigenaar: string;
  /** Id of the key that keeps it. */
  readonly door: string;
  readonly op: Date;
}

export interface SavedSearchStore {
  /** Of this owner, oldest first. */
  savedSearches(eigenaar: string): Promise<readonly SavedSearch[]>;
  /** Gives its id. */
  saveSearch(search: NewSearch): Promise<string>;
  /** False when this owner has none of this id. */
  dropSearch(id: string, eigenaar: string): Promise<boolean>;
}
