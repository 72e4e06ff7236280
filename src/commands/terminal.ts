/** Where a command speaks: made files to `out`, findings and progress to `err`. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Replaces the line that the cursor is on; does nothing where `err` is not a terminal. */
  progress(line: string): void;
  /** Whether `out` is a person's terminal. */
  readonly isPerson: boolean;
  /** Marks text for a terminal that shows colour; gives it back unchanged elsewhere. */
  paint(style: 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan', text: string): string;
}
