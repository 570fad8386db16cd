import { doorRefusals } from './door-refusals.ts';
import { rig } from './rig.ts';
import { rights } from './rights.ts';
import { trouble } from './trouble.ts';

// One broker for all of it: starting one takes seconds.
const broker = rig(['max_message_size = 30000000'], { 'ijw-in': { 'delivery-limit': 3 } });

rights(broker);
doorRefusals(broker);
trouble(broker);
