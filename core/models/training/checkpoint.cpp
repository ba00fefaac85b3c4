#include "core/models/training/checkpoint.h"

#include <charconv>
#include <optional>

namespace pieria::models {

namespace {

const std::string kModel = "model.";
const std::string kOptimizer = "optimizer.";
const std::string kAverage = "average.";
constexpr const char* kStep = "step";
constexpr const char* kUpdates = "average_updates";

TensorMap withPrefix(const TensorMap& tensors, const std::string& prefix)
{
    TensorMap out;
    for (const auto& [name, tensor] : tensors) {
        out.emplace(prefix + name, tensor);
    }
    return out;
}

/// Takes the tensors with this prefix out of `tensors`, without it.
TensorMap takePrefix(TensorMap& tensors, const std::string& prefix)
{
    TensorMap out;
    for (auto it = tensors.lower_bound(prefix);
        it != tensors.end() && it->first.compare(0, prefix.size(), prefix) == 0;) {
        out.emplace(it->first.substr(prefix.size()), it->second);
        it = tensors.erase(it);
    }
    return out;
}

std::optional<std::int64_t> number(const TensorMetadata& notes, const char* key)
{
    const auto found = notes.find(key);
    if (found == notes.end()) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    const char* end = found->second.data() + found->second.size();
    const auto parsed = std::from_chars(found->second.data(), end, value);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == end && value >= 0;
    return whole ? std::optional(value) : std::nullopt;
}

tl::unexpected<Failure> unusable(const std::filesystem::path& path, const std::string& why)
{
    return fail(ErrorCode::Corrupt,
        "The checkpoint " + path.string() + " cannot be resumed: " + why
            + ". Remove it to start the training again.");
}

/// Averages of exactly the tensors the module has, or of none before the first update.
bool fits(const Ema::Tensors& average, const torch::nn::Module& module)
{
    const TensorMap own = tensorsOf(module);
    for (const auto& [name, tensor] : average) {
        const auto found = own.find(name);
        if (found == own.end() || found->second.sizes() != tensor.sizes()) {
            return false;
        }
    }
    return average.empty() || average.size() >= module.named_parameters().size();
}

} // namespace

Status saveCheckpoint(const std::filesystem::path& path, const TrainingParts& parts,
    std::int64_t step, const TensorMetadata& notes)
{
    TensorMap all = tensorsOf(parts.module, kModel);
    all.merge(withPrefix(parts.optimizer.state(), kOptimizer));
    all.merge(withPrefix(parts.average.average(), kAverage));
    TensorMetadata metadata = notes;
    metadata[kStep] = std::to_string(step);
    metadata[kUpdates] = std::to_string(parts.average.updates());
    return writeTensors(path, all, metadata);
}

Result<Resumed> loadCheckpoint(const std::filesystem::path& path, const TrainingParts& parts)
{
    const Result<SafeTensors> file = SafeTensors::open(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const auto step = number(file->metadata(), kStep);
    const auto updates = number(file->metadata(), kUpdates);
    if (!step || !updates) {
        return unusable(path, "it does not say how far it is");
    }
    TensorMap tensors = tensorsFrom(*file);
    TensorMap average = takePrefix(tensors, kAverage);
    const TensorMap optimizer = takePrefix(tensors, kOptimizer);
    const TensorMap model = takePrefix(tensors, kModel);
    if (!tensors.empty()) {
        return unusable(path, "it holds the unknown tensor " + tensors.begin()->first);
    }
    if (!fits(average, parts.module)) {
        return unusable(path, "its averages belong to another model");
    }
    // The optimiser checks before it changes; the module does too, so undoing the first is enough.
    const TensorMap before = parts.optimizer.state();
    if (Status restored = parts.optimizer.restore(optimizer); !restored) {
        return tl::unexpected(restored.error());
    }
    if (Status assigned = assignTensors(parts.module, model); !assigned) {
        [[maybe_unused]] const Status undone = parts.optimizer.restore(before);
        return tl::unexpected(assigned.error());
    }
    parts.average.restore(std::move(average), *updates);
    Resumed resumed { *step, file->metadata() };
    resumed.notes.erase(kStep);
    resumed.notes.erase(kUpdates);
    return resumed;
}

Status saveWeights(const std::filesystem::path& path, torch::nn::Module& module, const Ema& average,
    Width width, const TensorMetadata& notes)
{
    const EmaScope scope(module, average);
    const TensorMap tensors = tensorsOf(module);
    return writeTensors(path, width == Width::Half ? inHalf(tensors) : tensors, notes);
}

} // namespace pieria::models
