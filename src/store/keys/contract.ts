export type Rol = 'aanbieder' | 'gemeente' | 'operator' | 'beheerder';

export interface Sleutel {
  readonly id: string;
  readonly naam: string;
  readonly rol: Rol;
  readonly partij: string | null;
  readonly regios: readonly string[] | null;
  readonly gemaaktOp: string;
}

export interface SleutelStore {
  addKey(sleutel: Omit<Sleutel, 'id' | 'gemaaktOp'>, hash: Uint8Array): Promise<Sleutel>;
  keyByHash(hash: Uint8Array): Promise<Sleutel | undefined>;
  keys(): Promise<Sleutel[]>;
  deleteKey(id: string): Promise<boolean>;
}
