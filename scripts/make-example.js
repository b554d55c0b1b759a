// Writes the two example service logs. The workbooks are kept in git; run this again only to change them:
//   node scripts/make-example.js
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countyLog } from './example/county.js'
import { municipalLog } from './example/municipal.js'
import { writeWorkbook } from './example/workbook.js'

const fixtures = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures')
await writeWorkbook(join(fixtures, 'example/workspace/palveluloki.xlsx'), countyLog())
await writeWorkbook(join(fixtures, 'municipal/workspace/servicelogg.xlsx'), municipalLog())
