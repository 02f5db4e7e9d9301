/** The one spelling under which a login is kept and looked up; null when it cannot be a login. */
export function readLogin(text: string): string | null {
  const login = text.normalize('NFKC').trim().toLowerCase()
  return /^[\p{L}\p{N}._@+-]{2,64}$/u.test(login) ? login : null
}
