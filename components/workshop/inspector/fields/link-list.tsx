'use client'

import { isLinkAddress } from '@/lib/board/initiatives/addresses'
import { INITIATIVE_LIMITS } from '@/lib/board/limits/initiative-limits'
import styles from '../inspector.module.css'
import { ListField } from './list-field'
import { completeAddress, shortAddress } from './link-words'

interface LinkListProps {
  readonly links: readonly string[]
  /** Null for those who may not edit. */
  readonly onChange: ((links: readonly string[]) => void) | null
}

/** Addresses of more about an initiative: web pages and mail, nothing that runs. */
export function LinkList({ links, onChange }: LinkListProps) {
  const add = (text: string): string | null => {
    const address = completeAddress(text)
    if (address === null) return 'Write a web or mail address, such as https://example.org.'
    if (links.length >= INITIATIVE_LIMITS.LINKS) return `There is room for ${INITIATIVE_LIMITS.LINKS} links.`
    if (!links.includes(address)) onChange?.([...links, address])
    return null
  }
  return (
    <ListField
      label="Links"
      texts={links}
      stacked
      placeholder="Paste an address"
      show={(link) => <LinkText address={link} />}
      {...(onChange && {
        onAdd: add,
        onRemove: (link: string) => onChange(links.filter((other) => other !== link)),
      })}
    />
  )
}

function LinkText({ address }: { readonly address: string }) {
  if (!isLinkAddress(address)) return <span className={styles.link}>{address}</span>
  return (
    <a className={styles.link} href={address} title={address} target="_blank" rel="noopener noreferrer">
      {shortAddress(address)}
    </a>
  )
}
