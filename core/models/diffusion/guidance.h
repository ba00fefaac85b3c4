// Classifier-free guidance (Ho and Salimans, 2021): out_null + (out_text - out_null) * scale.
#pragma once

#include "core/models/diffusion/objective.h"

namespace pieria::models {

struct Guidance
{
    double scale = 5;
    double low = 0; ///< guided where low <= level <= high; elsewhere the text branch alone
    double high = 1;
    int threads = 1; ///< branches that run at once (1 or 2); never changes the result
};

/// The guided denoiser. `text` is the conditional branch; `null` the unconditional one, or, for a
/// negative prompt, the branch conditioned on what shall not be. A call in which no element's level
/// lies in the interval, and every call at scale 1, calls `text` alone and returns its answer.
/// Branches of parallel calls must not share mutable state.
[[nodiscard]] Denoiser guided(Denoiser text, Denoiser null, const Guidance& guidance);

} // namespace pieria::models
