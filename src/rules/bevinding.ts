/** Findings as people read them; the gate (levels 0 and 1) makes them too, so the shape stands with it. */
export type { Bevinding, Ernst, Niveau } from '../xml/bevinding.ts';
