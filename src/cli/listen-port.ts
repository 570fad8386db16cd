import { createServer } from 'node:net';

/** Why a server cannot listen there, in Dutch; null when it can. Port 0 lets the system choose, so that is always free. */
export async function poortFout(host: string, port: number): Promise<string | null> {
  const server = createServer();
  try {
    await new Promise<void>((klaar, mis) => {
      server.once('error', mis);
      // Exclusive, as in a cluster node would share the handle and a taken port would seem free.
      server.listen({ host, port, exclusive: true }, klaar);
    });
    return null;
  } catch (fout) {
    return luisterFout(fout, host, port);
  } finally {
    await new Promise<void>((klaar) => server.close(() => klaar()));
  }
}

/** The sentence for an error of listening; null for one that has another cause. */
export function luisterFout(fout: unknown, host: string, port: number): string | null {
  const code = fout instanceof Error && 'code' in fout ? fout.code : null;
  if (code === 'EADDRINUSE') {
    return `Poort ${port} op ${host} is al in gebruik, misschien door een andere gateway. Stop die, of kies met PORT een andere poort.`;
  }
  if (code === 'EACCES') return `Poort ${port} mag dit proces niet gebruiken. Kies met PORT een poort boven 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST ${host} is geen adres van deze machine. Kies 127.0.0.1, of 0.0.0.0 voor alle adressen.`;
  }
  return null;
}
