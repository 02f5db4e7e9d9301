import { ArrowRightIcon } from '@sanity/icons/ArrowRight'
import { Box, Button, Card, Container, Heading, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { useClient, useCurrentUser } from 'sanity'
import { z } from 'zod'
import { quote } from '#content/text/quote.ts'
import { API_VERSION } from '../config/api-version.ts'

/** Pages of the lake. */
const PAGES = [
  { href: '/v1/auth/account', text: 'Мои входы и выход на всех устройствах' },
  { href: '/v1/auth/password', text: 'Сменить пароль' },
  { href: '/v1/auth/second-factor', text: 'Код из приложения (второй шаг входа)' },
] as const

const scopesSchema = z.array(z.object({ title: z.string() }))

/** The tool «Учётная запись»: name, role, where the role counts, and the way to the lake's own pages. */
export function Account() {
  const client = useClient({ apiVersion: API_VERSION })
  const user = useCurrentUser()
  const [scopes, setScopes] = useState<readonly { title: string }[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    const load = async () => {
      const answer: unknown = await client.request({ uri: '/users/me/scopes' }).catch(() => null)
      const read = scopesSchema.safeParse(answer)
      if (isCurrent && read.success) setScopes(read.data)
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [client])

  return (
    <Box height="fill" overflow="auto" padding={[3, 4, 5]}>
      <Container width={1}>
        <Stack gap={5}>
          <Stack gap={3}>
            <Heading as="h1" size={3}>
              {user?.name ?? 'Учётная запись'}
            </Heading>
            <Text muted size={1}>
              {user?.roles.map(({ title }) => title).join(', ')}
            </Text>
          </Stack>
          {scopes !== null && (
            <Card border padding={4} radius={2}>
              <Text size={1}>{describeScopes(scopes)}</Text>
            </Card>
          )}
          <Stack gap={3}>
            {PAGES.map(({ href, text }) => (
              <Button
                as="a"
                href={href}
                iconRight={ArrowRightIcon}
                justify="space-between"
                key={href}
                mode="ghost"
                padding={4}
                text={text}
              />
            ))}
          </Stack>
        </Stack>
      </Container>
    </Box>
  )
}

function describeScopes(scopes: readonly { title: string }[]): string {
  if (scopes.length === 0) return 'Роль действует во всём содержании.'
  const where = scopes.map(({ title }) => quote(title)).join(', ')
  return `Роль действует в границах: ${where}. Остальное видно так, как его видят читатели сайта, и менять его нельзя.`
}
