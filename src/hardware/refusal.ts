/** What was asked for is not done: it is forbidden, or could not be. The message is for the test's author. */
export class HwRefusal extends Error {
  override readonly name = 'HwRefusal';
}

/** It was not asked for as it has to be. */
export class HwUsage extends Error {
  override readonly name = 'HwUsage';
}
