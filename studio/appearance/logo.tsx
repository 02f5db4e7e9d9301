/** The sign of Kopilka: a jar with a lid and one thing in it. Drawn with the colour of the text around it. */
export function KopilkaIcon() {
  return (
    <svg
      aria-hidden="true"
      data-sanity-icon="kopilka"
      fill="none"
      height="1em"
      stroke="currentColor"
      strokeLinecap="round"
      strokeWidth="1.6"
      viewBox="0 0 25 25"
      width="1em"
    >
      <path d="M9 4.5h7M7 8h11M5 11.500h15v8a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2z" />
      <path d="M10 16h5" />
    </svg>
  )
}
