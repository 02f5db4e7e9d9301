import { expect, test } from 'vitest'
import { writeEmbedCode } from './embed-view.ts'

test('names cannot leave their place in the code', () => {
  const { frame, link } = writeEmbedCode('Школа "№ 1" <b>', 'https://kopilka.example/organizacii/shkola/')
  expect(frame).toContain('title="Наставничество: Школа &quot;№ 1&quot; &lt;b>"')
  expect(frame).toContain('src="https://kopilka.example/organizacii/shkola/vstavka/"')
  expect(link).toMatch(/^<a href="https:\/\/kopilka\.example\/organizacii\/shkola\/">[^<]*&lt;b>/)
})
