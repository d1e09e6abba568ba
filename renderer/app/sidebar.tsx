import {
  type Icon,
  IconDeviceFloppy,
  IconSettings,
  IconShieldCheck,
  IconIdBadge2,
  IconBackpack,
  IconBuilding,
  IconCalendarWeek,
  IconSun,
  IconSunset,
  IconUsers,
} from '@tabler/icons-react'
import { Link } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { useApp } from '../lib/use-app.ts'
import classes from './sidebar.module.css'

type Item = { path: string; label: string; icon: Icon }

const pages: readonly Item[] = [
  { path: '/today', label: 'Today', icon: IconSun },
  { path: '/end-of-day', label: 'End of day', icon: IconSunset },
  { path: '/timetable', label: 'Timetable', icon: IconCalendarWeek },
  { path: '/classes', label: 'Classes', icon: IconUsers },
  { path: '/packs', label: 'Packs', icon: IconBackpack },
  { path: '/staff', label: 'Staff', icon: IconIdBadge2 },
  { path: '/policy', label: 'Policy', icon: IconShieldCheck },
]
/** On the office's computer. */
const office: Item = { path: '/office', label: 'Office', icon: IconBuilding }
const settings: Item = { path: '/settings', label: 'Settings', icon: IconSettings }

export function Sidebar() {
  const [location] = useHashLocation()
  // The checklist and the scheme are edited from Settings.
  const path = location.replace(/^\/(checklist-editor|scheme)/, settings.path)
  const isOffice = useApp((state) => state.computer?.preferences.isOffice ?? false)
  const shown = isOffice ? [office, ...pages] : pages
  const current = [...shown, settings].find((page) => path.startsWith(page.path)) ?? pages[0]
  return (
    <nav className={classes.sidebar} aria-label="Pages">
      <div className={classes.brand}>
        <span className={classes.mark} aria-hidden="true" />
        <span className={classes.label}>Session Companion</span>
      </div>
      {shown.map((page) => (
        <SidebarLink key={page.path} item={page} isCurrent={page === current} />
      ))}
      <div className={classes.bottom}>
        <SidebarLink item={settings} isCurrent={settings === current} />
        <p className={classes.saved}>
          <IconDeviceFloppy size={18} stroke={1.5} aria-hidden="true" />
          <span className={classes.label}>All saved on this laptop</span>
        </p>
      </div>
    </nav>
  )
}

type LinkProps = { item: Item; isCurrent: boolean }

function SidebarLink({ item, isCurrent }: LinkProps) {
  const Icon = item.icon
  return (
    <Link
      href={item.path}
      className={classes.link}
      aria-current={isCurrent ? 'page' : undefined}
      title={item.label}
    >
      <Icon size={18} stroke={1.75} aria-hidden="true" />
      <span className={classes.label}>{item.label}</span>
    </Link>
  )
}
