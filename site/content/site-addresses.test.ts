import { expect, test } from 'vitest'
import { createContentStore } from './content-store.ts'
import { PAGE_SIZE } from './page-size.ts'
import { listAddresses } from './site-addresses.ts'
import { fixtureDocuments, fixtureOf, practice, slug } from './site.fixture.ts'

const addressesOf = (documents: Parameters<typeof createContentStore>[0]['documents']) =>
  listAddresses(
    createContentStore({ origin: 'https://kopilka.example', today: '2025-03-15', documents }).reader(
      () => {},
    ),
  )

test('every document with a page has an address, each address stands once', () => {
  const addresses = addressesOf(fixtureDocuments)
  for (const address of [
    '/regiony/kurganskaya-oblast/shadrinsk/',
    '/organizacii/licej-2/karta/2024-2025/informacionnaya-podderzhka/',
    '/organizacii/licej-2/karta/2024-2025/kalendar.ics',
    '/publikacii/polozhenie-utverzhdeno/',
    '/praktiki/forma/teacher-teacher/',
    '/praktiki/region/kurganskaya-oblast/',
    '/o-proekte/',
    '/404.html',
  ])
    expect(addresses).toContain(address)
  expect(new Set(addresses).size).toBe(addresses.length)
})

test('lists by a property exist only with something in them', () => {
  expect(addressesOf(fixtureDocuments)).not.toContain('/praktiki/forma/pupil-pupil/')
})

test('a long list has further pages', () => {
  const many = Array.from({ length: PAGE_SIZE }, (_, number) => ({
    ...practice,
    ...fixtureOf('practice', `practice-${number}`),
    slug: slug(`practice-${number}`),
  }))
  const addresses = addressesOf([...fixtureDocuments, ...many])
  expect(addresses).toContain('/praktiki/stranica/1/')
  expect(addresses).toContain('/praktiki/stranica/2/')
  expect(addresses).not.toContain('/praktiki/stranica/3/')
})

test('an empty site still has its pages', () => {
  expect(addressesOf([])).toContain('/')
})
