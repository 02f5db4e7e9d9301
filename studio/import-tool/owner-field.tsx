import { Card, Flex, Grid, Radio, Select, Stack, Text } from '@sanity/ui'
import { Autocomplete } from '@sanity/ui/autocomplete'
import type { FrontChoices } from '#content/roadmap-import/outline/build-outline.ts'
import { REGION_NAMES } from '#content/roadmap-import/outline/regions.ts'
import type { RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'
import type { KnownOwnersList } from './known-owners.ts'
import { LabelledField } from './labelled-field.tsx'
import type { OwnerChoice } from './owner-choice.ts'
import { findSimilar, type KnownOrganization } from './similar-organizations.ts'
import { TypedField } from './typed-field.tsx'

interface OwnerFieldProps {
  reading: RoadmapReading
  owners: KnownOwnersList
  choice: OwnerChoice
  disabled: boolean
  onChoose: (choice: OwnerChoice) => void
  onCorrect: (front: FrontChoices) => void
}

const OFFERED = 3

/** Whose roadmap it is: one of the organisations that are there, or a new one; of a region, the region. */
export function OwnerField(props: OwnerFieldProps) {
  const { reading, owners, choice, disabled, onChoose, onCorrect } = props
  const { outline, front } = reading
  const regionField = (
    <RegionField disabled={disabled} onCorrect={onCorrect} owners={owners} region={front.region} />
  )
  if (outline.level === 'regional' && front.region !== null) return regionField

  const chosen = owners.organizations.find(({ _id }) => _id === choice)
  const similar = findSimilar(outline.organization ?? '', owners.organizations)
    .slice(0, OFFERED)
    .map(({ organization }) => organization)
  const offered = chosen && !similar.includes(chosen) ? [chosen, ...similar] : similar
  const choose = (organization: KnownOrganization) => {
    onChoose(organization._id)
    onCorrect({
      organization: organization.name,
      organizationFullName: organization.fullName,
      ...(organization.region === null ? {} : { region: organization.region }),
    })
  }
  return (
    <Stack as="fieldset" gap={4} style={{ border: 0, margin: 0, padding: 0 }}>
      <Text as="legend" muted size={1} style={{ marginBottom: '1em' }}>
        Чья карта
      </Text>
      {offered.map((organization) => (
        <Option
          checked={choice === organization._id}
          detail={organization.region ?? ''}
          disabled={disabled}
          key={organization._id}
          name={organization.name}
          onChoose={() => choose(organization)}
        />
      ))}
      <Option
        checked={choice === 'new'}
        detail={choice === 'new' ? 'страница организации появится черновиком' : ''}
        disabled={disabled}
        name={offered.length === 0 ? 'Новая организация: похожих в копилке нет' : 'Другая, новая организация'}
        onChoose={() => onChoose('new')}
      />
      {choice === 'new' && (
        <Grid gap={4} gridTemplateColumns={[1, 1, 2]}>
          <TypedField
            disabled={disabled}
            id="import-organization"
            name="Краткое название"
            onChange={(name) => onCorrect({ organization: name || null, organizationFullName: null })}
            placeholder="Например: МБОУ «СОШ № 7»"
            value={outline.organization ?? ''}
          />
          {regionField}
        </Grid>
      )}
      {owners.organizations.length > 0 && (
        <Autocomplete
          aria-label="Найти организацию в копилке"
          disabled={disabled}
          filterOption={(query, { payload }) =>
            `${payload.name} ${payload.fullName}`.toLowerCase().includes(query.toLowerCase())
          }
          fontSize={1}
          id="import-owner"
          onSelect={(id) => {
            const found = owners.organizations.find(({ _id }) => _id === id)
            if (found) choose(found)
          }}
          openButton
          options={owners.organizations.map((organization) => ({
            value: organization._id,
            payload: organization,
          }))}
          padding={3}
          placeholder="Найти другую организацию в копилке"
          renderOption={({ payload }) => (
            <Card as="button" padding={3}>
              <Text size={1}>{[payload.name, payload.region].filter(Boolean).join(' · ')}</Text>
            </Card>
          )}
          renderValue={() => ''}
          value=""
        />
      )}
    </Stack>
  )
}

interface OptionProps {
  name: string
  detail: string
  checked: boolean
  disabled: boolean
  onChoose: () => void
}

function Option({ name, detail, checked, disabled, onChoose }: OptionProps) {
  return (
    <Flex align="flex-start" as="label" gap={3}>
      <Radio checked={checked} disabled={disabled} name="import-owner-choice" onChange={onChoose} />
      <Stack gap={2} style={{ paddingTop: '0.2em' }}>
        <Text size={1} weight={checked ? 'medium' : 'regular'}>
          {name}
        </Text>
        {detail !== '' && (
          <Text muted size={1}>
            {detail}
          </Text>
        )}
      </Stack>
    </Flex>
  )
}

function RegionField({
  region,
  owners,
  disabled,
  onCorrect,
}: {
  region: string | null
  owners: KnownOwnersList
  disabled: boolean
  onCorrect: OwnerFieldProps['onCorrect']
}) {
  const known = owners.regions.map(({ name }) => name)
  const others = [...REGION_NAMES, ...(region === null ? [] : [region])]
    .filter((name, index, names) => !known.includes(name) && names.indexOf(name) === index)
    .toSorted((one, other) => one.localeCompare(other, 'ru'))
  return (
    <LabelledField id="import-region" name="Регион">
      <Select
        disabled={disabled}
        fontSize={1}
        id="import-region"
        onChange={(event) => onCorrect({ region: event.currentTarget.value || null })}
        padding={3}
        value={region ?? ''}
      >
        <option value="">не указан</option>
        {known.length > 0 && (
          <optgroup label="Уже в копилке">
            {known.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </optgroup>
        )}
        <optgroup label="Другие регионы">
          {others.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </optgroup>
      </Select>
    </LabelledField>
  )
}
