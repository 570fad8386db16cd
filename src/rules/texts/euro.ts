export { euro } from '../../standard/euro.ts';
