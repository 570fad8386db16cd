import type { PageRoute, Post } from '../page.ts';
import { BERICHT, BERICHT_OPENEN, BERICHT_OPNIEUW } from './bericht/bericht.tsx';
import { BERICHTEN, BERICHTEN_ZOEKEN } from './berichten/berichten.tsx';
import { DOCS } from './docs/docs.tsx';
import { OVERZICHT } from './overzicht/overzicht.tsx';
import { WERKBAK_BESLUIT } from './werkbak/besluit.tsx';
import { WERKBAK_ITEM } from './werkbak/item.tsx';
import { WERKBAK } from './werkbak/werkbak.tsx';

/** Every page; `src/access/actions.ts` says who may see it. */
export const PAGES: readonly PageRoute[] = [OVERZICHT, BERICHTEN, BERICHT, WERKBAK, WERKBAK_ITEM, DOCS];

/** Every form that is posted. */
export const POSTS: readonly Post[] = [BERICHTEN_ZOEKEN, BERICHT_OPENEN, BERICHT_OPNIEUW, WERKBAK_BESLUIT];
