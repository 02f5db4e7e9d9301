import { operationError, type ErrorStatus, type LakeError } from '../errors.ts'

/** Why one step of a transaction cannot be performed. Whoever runs the steps adds which one it was. */
export class StepError extends Error {
  override readonly name = 'StepError'
  readonly status: ErrorStatus
  readonly error: { type: string; description: string; [detail: string]: unknown }

  constructor(status: ErrorStatus, error: StepError['error']) {
    super(error.description)
    this.status = status
    this.error = error
  }
}

export function stepFailed(
  status: ErrorStatus,
  type: string,
  description: string,
  details: Record<string, unknown> = {},
): StepError {
  return new StepError(status, { ...details, type, description })
}

/** The answer to a request one step of which failed; `index` is the place of the step in the request. */
export function describeFailure(
  kind: 'mutationError' | 'actionError',
  { status, error }: StepError,
  index: number,
): LakeError {
  return operationError(kind, status, { error, index })
}
