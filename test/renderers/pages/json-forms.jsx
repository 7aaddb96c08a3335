import { JsonForms } from '@jsonforms/react'
import { useState } from 'react'
import { exportForm, snapshotFromJsonForm } from 'verwijswijzer'
import { show } from './show.jsx'

const { schema, uischema } = exportForm('json-forms', { audience: 'full' })

/** The form with one of the sets of controls. */
export function showWith(renderers, cells) {
  function Page() {
    const [data, setData] = useState({})
    window.answers = () => data
    return (
      <JsonForms
        schema={schema}
        uischema={uischema}
        data={data}
        renderers={renderers}
        cells={cells}
        onChange={(changed) => setData(changed.data)}
      />
    )
  }
  show(<Page />, snapshotFromJsonForm)
}
