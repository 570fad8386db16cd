import { plusDagen } from '../../standard/datum.ts';
import type { Bericht, Groep } from '../../xml/tree.ts';
import type { Decor } from '../decor.ts';
import { client } from './client.ts';
import { header } from './header.ts';
import { product } from './toewijzing.ts';

/** The start of delivery on the toewijzing of the set, a month after it began. */
export function start(decor: Decor, anders: Groep = {}): Groep {
  return {
    ToewijzingNummer: String(decor.nummer),
    Product: product('45A01'),
    ToewijzingIngangsdatum: decor.begin,
    Begindatum: plusDagen(decor.begin, 30),
    StatusAanlevering: '1',
    ...anders,
  };
}

/** A definitive stop of it, a month before today. */
export function stop(decor: Decor, anders: Groep = {}): Groep {
  const { StatusAanlevering, ...begin } = start(decor);
  const einde = { RedenBeeindiging: '31', Einddatum: plusDagen(decor.vandaag, -30), StatusAanlevering };
  return { ...begin, ...einde, ...anders };
}

export function jw305(decor: Decor, starts: readonly Groep[] = [start(decor)]): Bericht {
  return regiebericht(decor, 'JW305', { StartProducten: { StartProduct: starts } });
}

export function jw307(decor: Decor, stops: readonly Groep[] = [stop(decor)]): Bericht {
  return regiebericht(decor, 'JW307', { StopProducten: { StopProduct: stops } });
}

function regiebericht(decor: Decor, type: 'JW305' | 'JW307', producten: Groep): Bericht {
  const status = decor.release === '2.3' ? { StatusAanlevering: '1' } : {};
  const inhoud = { Header: header(decor, type), Client: { ...client(decor), ...status, ...producten } };
  return { type, release: decor.release, inhoud };
}
