/** The sign of Kopilka, the same as on the site, in the colour of the text around it. */
export function KopilkaIcon() {
  return (
    <svg
      aria-hidden="true"
      data-sanity-icon="kopilka"
      fill="currentColor"
      height="1em"
      viewBox="0 0 24 24"
      width="1em"
    >
      <path d="M5 14a7 7 0 0 1 14 0z" />
      <path d="M2.5 16h19a1.5 1.5 0 0 1 0 3h-19a1.5 1.5 0 0 1 0-3z" />
    </svg>
  )
}
