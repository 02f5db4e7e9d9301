import { join } from 'node:path'
import type { Hono } from 'hono'
import type { LakeContext } from '../context.ts'
import { createGate } from '../limits/gate.ts'
import { openAssetFolder } from './asset-folder.ts'
import type { AssetKind } from './asset-name.ts'
import { fileRoutes } from './file-routes.ts'
import { openImageCache } from './image-cache.ts'
import { createAddressSigner } from './may-read-asset.ts'
import { sweepAssets, type Sweep } from './sweep-assets.ts'
import { uploadRoutes } from './upload-routes.ts'

const MEBIBYTE = 1024 * 1024

/** Images are worked on in memory, files only pass through. */
const UPLOAD_LIMITS: Record<AssetKind, number> = { image: 40 * MEBIBYTE, file: 300 * MEBIBYTE }

const CACHE_BYTES = 512 * MEBIBYTE

export interface AssetDeps extends Pick<
  LakeContext,
  'access' | 'commit' | 'dataDir' | 'dataset' | 'documents' | 'now' | 'origin' | 'projectId' | 'visibility'
> {
  /** Largest uploads, in bytes. */
  limits?: Record<AssetKind, number>
  /** How much disk the pictures made from others may take. */
  cacheBytes?: number
}

/** Uploading and serving of images and files. */
export interface Assets {
  /** `POST /assets/…`: mount below `/v…`. */
  uploads: Hono
  /** `GET /images/…` and `GET /files/…`: mount at the root. */
  files: Hono
  /**
   * An asset's address that works without credentials for an hour. For exports: the official exporter sends no token
   * when it loads assets.
   */
  signAddress(address: string): string
  /** Tidies up bytes that no document knows. */
  sweep(): Promise<Sweep>
}

/** Opens `assets/` and `image-cache/` in the data folder; only the first holds what cannot be made again. */
export async function openAssets(deps: AssetDeps): Promise<Assets> {
  const assets = join(deps.dataDir, 'assets')
  const folder = await openAssetFolder(assets)
  const cache = await openImageCache(join(deps.dataDir, 'image-cache'), deps.cacheBytes ?? CACHE_BYTES)
  const { accounts } = deps.access
  const signer = createAddressSigner(deps.now)
  // Apart, so that a large import does not keep readers from their pictures.
  const uploadGate = createGate({ atOnce: 2, waiting: 200 })
  const renderGate = createGate({ atOnce: 2, waiting: 200 })
  return {
    uploads: uploadRoutes({
      ...deps,
      accounts,
      folder,
      gate: uploadGate,
      limits: deps.limits ?? UPLOAD_LIMITS,
    }),
    files: fileRoutes({ ...deps, accounts, folder, cache, gate: renderGate, signer }),
    signAddress: (address) => signer.sign(address),
    sweep: () => sweepAssets({ folder: assets, documents: deps.documents, now: deps.now }),
  }
}
