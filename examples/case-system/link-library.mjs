// The library is this checkout, as a host would have it in node_modules from `npm install verwijswijzer`.
import { existsSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const at = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', 'verwijswijzer')
if (!existsSync(at)) symlinkSync(join('..', '..', '..'), at, 'dir')
