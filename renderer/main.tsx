import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import './app/styles.css'
import { createApi } from './lib/api.ts'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App api={createApi()} />)
