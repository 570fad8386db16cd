import { join } from 'node:path';

/** A store of before there was a seal, exported. */
export const OLDER_FILE = join(import.meta.dirname, '0008-verhaal.export');
/** The text of its key file. */
export const OLDER_KEY = '6faa6d665019e7c98eead0688f157b90e780c09bda8600cbd7059d4cfd0077ea';
