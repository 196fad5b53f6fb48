/** What was asked for cannot be done, and nothing was: the user's to change. Ends the command with exit status 2. */
export class RunRefused extends Error {
  override readonly name = 'RunRefused';
}
