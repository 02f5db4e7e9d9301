declare namespace App {
  interface Locals { content: { origin: string; documents: { _id: string; _type: string }[] } }
}
