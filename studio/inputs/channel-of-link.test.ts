import { expect, test } from 'vitest'
import { channelOfLink } from './channel-of-link.ts'

test.each([
  ['https://vk.com/wall-1_2', null, 'vk'],
  ['https://m.vk.com/wall-1_2', null, 'vk'],
  ['https://t.me/licej3/15', null, 'telegram'],
  ['https://ok.ru/group/1', null, 'ok'],
  ['https://www.licej3.example/news/1', 'http://licej3.example/', 'site'],
  ['https://gazeta.example/1', 'http://licej3.example/', null],
  ['https://notvk.com/1', null, null],
  ['https://v', null, null],
  ['licej3.example', 'http://licej3.example/', null],
])('%s of an organisation at %s is published at %s', (link, site, channel) => {
  expect(channelOfLink(link, site)).toBe(channel)
})
