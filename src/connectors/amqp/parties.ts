/** Which parties the broker serves, as the settings of their ways say. */
export interface AmqpParties {
  /** The party of this user of the broker; undefined: of none. Rejects when the store is away. */
  ofUser(user: string): Promise<string | undefined>;
  /** Those that have a queue: with `kanaal: amqp`, or with an `amqpGebruiker`. */
  withQueue(): readonly string[];
  onChange(listener: () => void): void;
}
