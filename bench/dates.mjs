/** Messages are dated today, and care is delivered in the last whole calendar month, so that no date lies in the future. */
const nu = new Date();

export const VANDAAG = dag(nu);
export const MAAND = {
  begin: dag(new Date(nu.getFullYear(), nu.getMonth() - 1, 1)),
  einde: dag(new Date(nu.getFullYear(), nu.getMonth(), 0)),
};
export const GEBOREN = `${nu.getFullYear() - 10}-05-05`;

function dag(d) {
  return [d.getFullYear(), d.getMonth() + 1, d.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}
