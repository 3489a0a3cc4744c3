// Writes what npm's `edtf` makes of a few hundred dates to edtf-js.json, the fixture of
// test_oracles.py. Run it by hand in a folder of its own: npm install edtf, then
// node make.mjs > edtf-js.json
import { readFileSync } from 'node:fs'
import edtf from 'edtf'

const version = JSON.parse(readFileSync('node_modules/edtf/package.json')).version
const two = (number) => String(number).padStart(2, '0')
const dates = new Set()

for (const year of ['-1985', '-0004', '0000', '0001', '1583', '1900', '2000', '2021', '2024', '9998']) {
  dates.add(year)
  for (let month = 1; month <= 12; month++) {
    dates.add(`${year}-${two(month)}`)
    dates.add(`${year}-${two(month)}-01`)
    dates.add(`${year}-${two(month)}-28`)
  }
}
for (const date of [
  '2000-02-29', '2024-02-29', '0000-02-29', '-0004-02-29', '2021-12-31', '9998-12-31',
  'Y12345', 'Y-12345', 'Y17E3', 'Y-17E3', 'Y20000',
  '2021?', '2021-05?', '2021-05-07?', '?2021-05', '2021-?05-07', '2021?-05-07',
  '201X', '200X', '20XX', '19XX', '1XXX', '156X-12-25', '15XX-12-25', '1XXX-12', '1XXX-XX',
  '2004-XX', '1985-04-XX', '1985-XX-XX', '1984-1X', '201X-05', '201X-XX', '2021-05-1X',
  '2021-33', '2021-34', '2021-35', '2021-36', '2021-37', '2021-38', '2021-39', '2021-40', '2021-41',
  '1964/2008', '2004-06/2006-08', '2004-02-01/2005-02-08', '2004-02-01/2005-02', '2005/2006-02',
  '2004-02-01/2005', '-0044/0014', '201X/2021', '2021/202X',
  '1985-04-12/..', '1985-04/..', '1985/..', '../1985-04-12', '../1985-04', '../1985',
  '2021-05?/2021-09', '2021-05/2021-09?', 'Y-12345/2021',
  '[1667,1668]', '[1667,1760-12]', '[2021-09-08,2021-09-10]', '[2021-09-10,2021-09-08]',
  '{1960,1961-12}', '{2021-09-08,2021-09-10}', '[2021-05,2021-07-01]', '[2021]',
  '1985-04-12T23:20:30Z', '1985-04-12T23:20:30-04:00', '1985-04-12T23:20:30+04:30',
  '2021-05-07T17:44Z', '2021-05-07T00:00:00Z', '2021-05-07T23:59:59+14:00',
  '2021-05-07T23:59:59.123Z', '2021-05-07T01:02-11:30',
]) dates.add(date)

const shown = (bound) => (Number.isFinite(bound) ? bound : null)
const readings = {}
for (const date of dates) {
  try {
    const { type, min, max } = edtf(date)
    readings[date] = [type, shown(min), shown(max)]
  } catch {
    // It refuses some that the specification allows; those are not compared.
  }
}
const lines = Object.entries(readings).map(([date, reading]) => `  ${JSON.stringify(date)}: ${JSON.stringify(reading)}`)
console.log(`{"edtf": ${JSON.stringify(version)}, "readings": {\n${lines.join(',\n')}\n}}`)
