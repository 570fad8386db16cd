/**
 * Exceptions of the store. Their texts hold codes and names only: what the database says about values (`detail`, the
 * failing row) may be personal data and is dropped (docs/decisions/privacy.md).
 */
export class StoreError extends Error {
  /** SQLSTATE, or the system's code of a broken connection. */
  readonly code: string;
  readonly constraint: string | null;

  constructor(code: string, constraint: string | null = null, waar: string | null = null) {
    super(
      `database error ${code}${constraint === null ? '' : ` on ${constraint}`}${waar === null ? '' : ` (${waar})`}`,
    );
    this.name = new.target.name;
    this.code = code;
    this.constraint = constraint;
  }
}

/**
 * Nobody's fault and worth repeating: a serialization failure, a deadlock, a lost or refused connection, a server that
 * stops or has no room. Never counts as an attempt (docs/decisions/rejection-is-a-result.md).
 */
export class TransientStoreError extends StoreError {}

/** A report took longer than one may; asking for less of it helps, repeating it does not. */
export class ReportTimeout extends StoreError {}

export function isTransient(fout: unknown): boolean {
  return fout instanceof TransientStoreError;
}

/**
 * SQLSTATE classes: 08 connection, 40 rollback, 53 resources; and single codes: lock not available, shutdown, cancelled, a
 * server that follows another since a moment ago.
 */
const VOORBIJGAAND = /^(?:08...|40...|53...|55P03|57014|57P0[1-5]|25P03|25006)$/;
/** Codes of node and of the operating system for a connection that is not there. */
const VERBINDING = /^(?:ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT|POOL_TIMEOUT|CLOSED)/;

/** What a driver threw, as an error of ours; one that is ours already stays as it is. */
export function asStoreError(fout: unknown): StoreError {
  if (fout instanceof StoreError) return fout;
  const { code, constraint, routine, message } = velden(fout);
  const soort = code ?? verbindingscode(message);
  const klasse = VOORBIJGAAND.test(soort) || VERBINDING.test(soort) ? TransientStoreError : StoreError;
  return new klasse(soort, constraint ?? null, routine ?? null);
}

interface DriverFout {
  readonly code?: string;
  readonly constraint?: string;
  readonly routine?: string;
  readonly message: string;
}

function velden(fout: unknown): DriverFout {
  if (!(fout instanceof Error)) return { message: '' };
  const extra = fout as Error & { code?: unknown; constraint?: unknown; routine?: unknown };
  return {
    message: fout.message,
    ...(typeof extra.code === 'string' ? { code: extra.code } : {}),
    ...(typeof extra.constraint === 'string' ? { constraint: extra.constraint } : {}),
    ...(typeof extra.routine === 'string' ? { routine: extra.routine } : {}),
  };
}

/** pg gives no code when a connection breaks, only these texts of its own. */
function verbindingscode(tekst: string): string {
  if (/timeout exceeded when trying to connect|timeout expired/i.test(tekst)) return 'POOL_TIMEOUT';
  if (
    /query read timeout|connection terminated|not queryable|connection ended|has encountered a connection error/i.test(
      tekst,
    )
  )
    return 'CLOSED';
  return 'UNKNOWN';
}
