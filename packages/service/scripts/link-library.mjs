// The library that the service is built and tested with is this checkout, as a host would have it in node_modules. npm would
// write what the library itself depends on into the lockfile of the service, which would then be wrong with every change.
import { existsSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const at = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules', 'verwijswijzer')
if (!existsSync(at)) symlinkSync(join('..', '..', '..'), at, 'dir')
