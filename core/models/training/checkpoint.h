// Everything a training run needs to go on, in one safetensors file that is put in place
// atomically: a run that was killed resumes from the last whole checkpoint and gives the same
// curve.
#pragma once

#include "core/models/nn/ema.h"
#include "core/models/training/adam_w.h"

#include <filesystem>

namespace pieria::models {

/// The parts of a run. The module and the optimiser belong together.
struct TrainingParts
{
    torch::nn::Module& module;
    AdamW& optimizer;
    Ema& average;
};

/// `step`: updates done. `notes` are kept as they are ("seed", "corpus"); the key "step" is ours.
[[nodiscard]] Status saveCheckpoint(const std::filesystem::path& path, const TrainingParts& parts,
    std::int64_t step, const TensorMetadata& notes = {});

struct Resumed
{
    std::int64_t step = 0;
    TensorMetadata notes;
};

/// Restores all parts; on failure none is changed.
[[nodiscard]] Result<Resumed> loadCheckpoint(
    const std::filesystem::path& path, const TrainingParts& parts);

enum class Width { Single, Half };

/// The averaged weights alone, for shipping: assignTensors loads the file into the module.
[[nodiscard]] Status saveWeights(const std::filesystem::path& path, torch::nn::Module& module,
    const Ema& average, Width width, const TensorMetadata& notes = {});

} // namespace pieria::models
