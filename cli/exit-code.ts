/** What the exit code says: bad input is 2, as with `grep` and `diff`; 3 = a change that customers must be told of. */
export const exitCode = { quiet: 0, crashed: 1, badInput: 2, announced: 3 } as const;
