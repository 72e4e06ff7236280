import { InvalidArgumentError } from 'commander';

/** An option's value as a reader takes it; what it cannot read is wrong use, exit 2, with the sentence that it gives. */
export const parsed =
  <T>(parse: (text: string) => T | string) =>
  (text: string): T => {
    const value = parse(text);
    if (typeof value === 'string') throw new InvalidArgumentError(value);
    return value;
  };
