import { expect, test } from 'vitest'
import { readHtmlRoadmap } from '../read-roadmap-file.ts'

// The same small roadmap, as the clipboards of four programs carry it.

const excel = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {white-space:normal;} br {mso-data-placement:same-cell;}--></style></head>
<body link=blue><table border=0 cellpadding=0 cellspacing=0 width=720 style='border-collapse:collapse'>
<col width=40 style='mso-width-source:userset'><col width=300><col width=120><col width=160>
<!--StartFragment-->
<tr height=20><td height=20 class=xl65>№</td><td class=xl65>Мероприятие</td><td class=xl65>Срок</td><td class=xl65>Ответственный</td></tr>
<tr height=20><td colspan=4 class=xl66 style='mso-ignore:colspan'>I. Подготовка условий</td></tr>
<tr height=40><td height=40 class=xl65 align=right x:num>1</td><td class=xl65 style='mso-spacerun:yes'>Издать приказ о<br>
    наставничестве</td><td class=xl65>до 5 сентября 2024 г.</td><td class=xl65>Директор</td></tr>
<tr height=40><td height=40 class=xl65 align=right x:num>2</td><td class=xl65>Провести анкетирование<span style='mso-spacerun:yes'>  </span>педагогов</td><td class=xl65>сентябрь 2024 г.</td><td class=xl65>Ясенева О.П.,<br>куратор</td></tr>
<!--EndFragment--></table></body></html>`

const googleSheets = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style>
<table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="40"/><col width="300"/><col width="120"/><col width="160"/></colgroup><tbody>
<tr style="height:21px;"><td data-sheets-value='{"1":2,"2":"№"}'>№</td><td>Мероприятие</td><td>Срок</td><td>Ответственный</td></tr>
<tr style="height:21px;"><td rowspan="1" colspan="4" style="font-weight:bold;">I. Подготовка условий</td></tr>
<tr><td data-sheets-value='{"1":3,"3":1}'>1</td><td style="overflow-wrap:break-word;">Издать приказ о<br/>наставничестве</td><td>до 5 сентября 2024 г.</td><td>Директор</td></tr>
<tr><td data-sheets-value='{"1":3,"3":2}'>2</td><td>Провести анкетирование педагогов</td><td>сентябрь 2024 г.</td><td>Ясенева О.П.,<br/>куратор</td></tr>
</tbody></table>`

const googleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-0"><div dir="ltr" style="margin-left:0pt;" align="left">
<table style="border:none;border-collapse:collapse;"><colgroup><col width="40" /><col width="300" /><col width="120" /><col width="160" /></colgroup><tbody>
<tr style="height:0pt"><td><p dir="ltr"><span>№</span></p></td><td><p dir="ltr"><span>Мероприятие</span></p></td><td><p dir="ltr"><span>Срок</span></p></td><td><p dir="ltr"><span>Ответственный</span></p></td></tr>
<tr><td colspan="4"><p dir="ltr"><span style="font-weight:700">I. Подготовка условий</span></p></td></tr>
<tr><td><p dir="ltr"><span>1</span></p></td><td><p dir="ltr"><span>Издать приказ о </span><span>наставничестве</span></p></td><td><p dir="ltr"><span>до 5 сентября 2024 г.</span></p></td><td><p dir="ltr"><span>Директор</span></p></td></tr>
<tr><td><p dir="ltr"><span>2</span></p></td><td><p dir="ltr"><span>Провести анкетирование педагогов</span></p></td><td><p dir="ltr"><span>сентябрь 2024 г.</span></p></td><td><p dir="ltr"><span>Ясенева О.П.,</span></p><p dir="ltr"><span>куратор</span></p></td></tr>
</tbody></table></div><br /></b>`

const libreOffice = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 7.4"/>
<style type="text/css">@page { size: 21cm 29.7cm } td p { orphans: 0; background: transparent }</style></head><body lang="ru-RU" dir="ltr">
<table width="100%" cellpadding="4" cellspacing="0"><col width="15*"/><col width="120*"/><col width="55*"/><col width="66*"/><thead>
<tr valign="top"><th><p class="western">№</p></th><th><p>Мероприятие</p></th><th><p>Срок</p></th><th><p>Ответственный</p></th></tr></thead><tbody>
<tr><td colspan="4" valign="top"><p align="center"><b>I. Подготовка условий</b></p></td></tr>
<tr valign="top"><td><p>1</p></td><td><p>Издать приказ
о наставничестве</p></td><td><p>до 5 сентября
2024 г.</p></td><td><p>Директор</p></td></tr>
<tr valign="top"><td><p>2</p></td><td><p><font face="Times New Roman, serif"><font size="3" style="font-size: 12pt">Провести анкетирование педагогов</font></font></p></td><td><p>сентябрь 2024 г.</p></td><td><p>Ясенева О.П.,</p>
<p>куратор</p></td></tr></tbody></table></body></html>`

test.each([
  ['Excel', excel],
  ['Google Sheets', googleSheets],
  ['Google Docs', googleDocs],
  ['LibreOffice', libreOffice],
])('a table pasted from %s is read as it stands', (_, html) => {
  const { outline } = readHtmlRoadmap(html)
  expect(outline.stages.map(({ title }) => title)).toEqual(['Подготовка условий'])
  const activities = outline.stages.flatMap((stage) => stage.activities)
  expect(activities.map(({ number, text }) => [number, text.replaceAll(/\s+/g, ' ')])).toEqual([
    ['1', 'Издать приказ о наставничестве'],
    ['2', 'Провести анкетирование педагогов'],
  ])
  expect(activities.map(({ deadlines }) => deadlines.map(({ start, end }) => [start, end]))).toEqual([
    [[null, '2024-09-05']],
    [['2024-09-01', '2024-09-30']],
  ])
  expect(
    activities.map(({ responsible }) => responsible.flatMap(({ persons, roles }) => [...persons, ...roles])),
  ).toEqual([['директор'], ['Ясенева О.П.', 'куратор']])
})

function item(words: string): string {
  return `<li dir="ltr"><p dir="ltr" role="presentation"><span>${words}</span></p></li>`
}

test('items whose words are paragraphs of their own keep their marks', () => {
  const { outline } = readHtmlRoadmap(`<table>
<tr><td>Мероприятие</td><td>Срок</td><td>Ответственный</td></tr>
<tr><td><ol>${item('Изучить запросы педагогов')}${item('Составить реестр')}</ol></td><td>май 2024</td><td>Директор</td></tr>
<tr><td><ul>${item('Провести урок')}${item('Обсудить урок')}</ul></td><td>июнь 2024</td><td>Директор</td></tr></table>`)
  expect(outline.stages[0]?.activities.map(({ text }) => text)).toEqual([
    'Изучить запросы педагогов',
    'Составить реестр',
    'Провести урок',
    'Обсудить урок',
  ])
})
