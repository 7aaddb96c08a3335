import Form from '@rjsf/core'
import { customizeValidator } from '@rjsf/validator-ajv8'
import Ajv2020 from 'ajv/dist/2020'
import { useState } from 'react'
import { exportForm, snapshotFromJsonForm } from 'verwijswijzer'
import { show } from './show.jsx'

const schema = exportForm('json-schema', { audience: 'full' })
// The export is of draft 2020-12, which is not this library's default.
const validator = customizeValidator({ AjvClass: Ajv2020 })

function Page() {
  const [data, setData] = useState({})
  window.answers = () => data
  return (
    <Form schema={schema} validator={validator} formData={data} onChange={({ formData }) => setData(formData)}>
      <span />
    </Form>
  )
}

show(<Page />, snapshotFromJsonForm)
