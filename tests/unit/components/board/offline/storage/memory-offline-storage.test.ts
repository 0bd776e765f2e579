import { createMemoryOfflineStorage } from '@/components/board/offline/storage/memory-offline-storage'
import { describeOfflineStorage } from '../offline-storage-rules'

describeOfflineStorage(() => Promise.resolve(createMemoryOfflineStorage()))
