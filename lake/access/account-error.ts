/** A change of accounts that cannot be made. The message is Russian: what is wrong and what to do. */
export class AccountError extends Error {
  override name = 'AccountError'
}
