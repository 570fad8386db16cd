import type { OorzaakStand } from '../../../gateway/refused/causes.ts';
import type { Toon } from '../../kit/merk.tsx';

export const STAND_TOON: Readonly<Record<OorzaakStand, Toon>> = { open: 'let-op', gemeld: 'bezig', opgelost: 'goed' };
