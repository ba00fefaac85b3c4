// Between safetensors files, torch tensors and the parameters of modules. Strict: a missing tensor,
// an unknown one or another shape is a failure whose sentence names it.
#pragma once

#include "core/base/safetensors.h"
#include "core/models/torch.h"

#include <filesystem>
#include <map>
#include <string>

namespace pieria::models {

using TensorMap = std::map<std::string, torch::Tensor>;

/// A copy in memory of its own, on the CPU, in the type of the file.
[[nodiscard]] torch::Tensor tensorFrom(const TensorView& view);
[[nodiscard]] TensorMap tensorsFrom(const SafeTensors& file);
[[nodiscard]] Result<TensorMap> readTensors(const std::filesystem::path& path);

/// The tensor of that name as float32 whatever its stored width; refuses another shape.
[[nodiscard]] Result<torch::Tensor> floatTensor(
    const SafeTensors& file, const std::string& name, at::IntArrayRef shape);

/// Any device and layout; what is written is row-major. Same tensors, same bytes.
[[nodiscard]] Result<std::string> bytesOfTensors(
    const TensorMap& tensors, const TensorMetadata& metadata = {});
[[nodiscard]] Status writeTensors(const std::filesystem::path& path, const TensorMap& tensors,
    const TensorMetadata& metadata = {});

/// Parameters and buffers by name, `prefix` in front; they share memory with the module.
[[nodiscard]] TensorMap tensorsOf(const torch::nn::Module& module, const std::string& prefix = {});
/// Floating-point tensors as float16 (for shipping), all others as they are.
[[nodiscard]] TensorMap inHalf(const TensorMap& tensors);

/// Copies into every parameter and buffer of `module` the tensor called `prefix` + its name,
/// converting between floating-point widths. Tensors that start with `prefix` and belong to nothing
/// are refused. On failure the module is unchanged.
[[nodiscard]] Status assignTensors(
    torch::nn::Module& module, const TensorMap& tensors, const std::string& prefix = {});
[[nodiscard]] Status assignTensors(
    torch::nn::Module& module, const SafeTensors& file, const std::string& prefix = {});

} // namespace pieria::models
