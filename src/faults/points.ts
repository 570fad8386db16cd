/**
 * What a running gateway writes in the store. Not here: what only the embedded store does (`freeLeases`, `close`), what
 * commands do in a process of their own (`rotateDataKey`), what was not tried and is given back (`giveBack`: without it its
 * lease ends), what seals an older store (`sealOlder`), and the sign-in of the
 * pages (`sessionUsed`), which nothing depends on. Every change from outside is one `recorded`.
 */
export const STORE_WRITES = [
  'migrate',
  'saveAgreements',
  'saveMessage',
  'saveBundle',
  'beginTurn',
  'endTurn',
  'countAttempt',
  'voidAttempt',
  'drawNumbers',
  'writeVerdicts',
  'quarantine',
  'replayStep',
  'markOffered',
  'confirm',
  'confirmMany',
  'claimDue',
  'settleDelivery',
  'refuseDelivery',
  'retryNow',
  'claimFeedback',
  'settleFeedback',
  'addFeedback',
  'useReference',
  'endReference',
  'recorded',
  'audit',
  'keyUsed',
  'noteChannelStates',
  'noteQueueStates',
  'raiseTermSignals',
] as const;

/** Beside the store: enqueue, publish, acknowledge, deliver. */
const STEPS = [
  /** Rings for lanes, and those of the reconciler. */
  'ring',
  'ringAgain',
  /** What happened, said to other processes over Redis. */
  'hint',
  /** A letter to the broker, until it is confirmed. */
  'amqp.publish',
  /** Acknowledgements: of the broker's message, of a file, of a job, of a request. */
  'amqp.ack',
  'map.away',
  'bullmq.answer',
  'http.answer',
  /** One attempt to deliver, by whatever way. */
  'delivery',
] as const;

export type StoreWrite = (typeof STORE_WRITES)[number];
export type FaultStep = `store.${StoreWrite}` | (typeof STEPS)[number];
/** `store.sent`: statements are with the server and the answer is not here. */
export type FaultPoint = `${FaultStep}.before` | `${FaultStep}.after` | 'store.sent';

const FAULT_STEPS: readonly FaultStep[] = [...STORE_WRITES.map((write) => `store.${write}` as const), ...STEPS];

/** Every moment by name. */
export const FAULT_POINTS: readonly FaultPoint[] = [
  ...FAULT_STEPS.flatMap((step) => [`${step}.before`, `${step}.after`] as const),
  'store.sent',
];
