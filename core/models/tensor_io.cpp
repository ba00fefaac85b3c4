#include "core/models/tensor_io.h"

#include "core/base/file.h"

#include <array>
#include <cstring>
#include <optional>
#include <sstream>
#include <utility>

namespace pieria::models {

namespace {

constexpr std::array<std::pair<Dtype, at::ScalarType>, 8> kTypes { {
    { Dtype::F64, at::kDouble },
    { Dtype::F32, at::kFloat },
    { Dtype::F16, at::kHalf },
    { Dtype::BF16, at::kBFloat16 },
    { Dtype::I64, at::kLong },
    { Dtype::I32, at::kInt },
    { Dtype::U8, at::kByte },
    { Dtype::Bool, at::kBool },
} };

at::ScalarType torchType(Dtype dtype)
{
    return kTypes[static_cast<std::size_t>(dtype)].second;
}

std::optional<Dtype> fileType(at::ScalarType type)
{
    for (const auto& [dtype, torchDtype] : kTypes) {
        if (torchDtype == type) {
            return dtype;
        }
    }
    return std::nullopt;
}

std::string shapeText(at::IntArrayRef shape)
{
    std::ostringstream text;
    text << shape;
    return text.str();
}

/// torch::bool elements must be 0 or 1; any other byte of a file counts as true.
void repairBooleans(torch::Tensor& tensor)
{
    const torch::Tensor bytes = tensor.view(at::kByte);
    bytes.copy_(bytes.ne(0));
}

Status checkFit(const std::string& name, const torch::Tensor& target, const torch::Tensor& source)
{
    if (target.sizes() != source.sizes()) {
        return fail(ErrorCode::Corrupt,
            "The tensor " + name + " has the shape " + shapeText(source.sizes()) + " where "
                + shapeText(target.sizes()) + " is needed.");
    }
    if (target.is_floating_point() != source.is_floating_point()) {
        return fail(ErrorCode::Corrupt, "The tensor " + name + " holds another kind of number.");
    }
    return {};
}

} // namespace

torch::Tensor tensorFrom(const TensorView& view)
{
    torch::Tensor tensor = torch::empty(view.shape, torchType(view.dtype));
    if (!view.bytes.empty()) {
        std::memcpy(tensor.data_ptr(), view.bytes.data(), view.bytes.size());
    }
    if (view.dtype == Dtype::Bool) {
        repairBooleans(tensor);
    }
    return tensor;
}

TensorMap tensorsFrom(const SafeTensors& file)
{
    TensorMap tensors;
    for (const auto& [name, view] : file.tensors()) {
        tensors.emplace(name, tensorFrom(view));
    }
    return tensors;
}

Result<TensorMap> readTensors(const std::filesystem::path& path)
{
    return SafeTensors::open(path).map(tensorsFrom);
}

Result<torch::Tensor> floatTensor(
    const SafeTensors& file, const std::string& name, at::IntArrayRef shape)
{
    const TensorView* const view = file.find(name);
    if (view == nullptr) {
        return fail(ErrorCode::Corrupt, "The tensor " + name + " is missing.");
    }
    if (at::IntArrayRef(view->shape) != shape) {
        return fail(ErrorCode::Corrupt,
            "The tensor " + name + " has the shape " + shapeText(view->shape) + " where "
                + shapeText(shape) + " is needed.");
    }
    if (!at::isFloatingType(torchType(view->dtype))) {
        return fail(ErrorCode::Corrupt, "The tensor " + name + " holds another kind of number.");
    }
    return tensorFrom(*view).to(at::kFloat);
}

Result<std::string> bytesOfTensors(const TensorMap& tensors, const TensorMetadata& metadata)
{
    std::vector<torch::Tensor> kept; // contiguous, on the CPU, until the bytes are written
    TensorViews views;
    for (const auto& [name, tensor] : tensors) {
        const std::optional<Dtype> dtype = fileType(tensor.scalar_type());
        if (!dtype) {
            return fail(ErrorCode::Unsupported,
                "The tensor " + name + " has a type that files do not hold.");
        }
        kept.push_back(tensor.detach().cpu().contiguous());
        const torch::Tensor& source = kept.back();
        views[name] = TensorView { *dtype, source.sizes().vec(),
            { static_cast<const std::byte*>(source.data_ptr()), source.nbytes() } };
    }
    return writeSafeTensors(views, metadata);
}

Status writeTensors(
    const std::filesystem::path& path, const TensorMap& tensors, const TensorMetadata& metadata)
{
    const Result<std::string> bytes = bytesOfTensors(tensors, metadata);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return writeFileAtomically(path, *bytes);
}

TensorMap tensorsOf(const torch::nn::Module& module, const std::string& prefix)
{
    TensorMap tensors;
    for (const auto& item : module.named_parameters()) {
        tensors.emplace(prefix + item.key(), item.value());
    }
    for (const auto& item : module.named_buffers()) {
        tensors.emplace(prefix + item.key(), item.value());
    }
    return tensors;
}

TensorMap inHalf(const TensorMap& tensors)
{
    TensorMap halves;
    for (const auto& [name, tensor] : tensors) {
        const torch::Tensor source = tensor.detach();
        halves.emplace(name, source.is_floating_point() ? source.to(at::kHalf) : source);
    }
    return halves;
}

Status assignTensors(torch::nn::Module& module, const TensorMap& tensors, const std::string& prefix)
{
    const TensorMap targets = tensorsOf(module, prefix);
    for (const auto& [name, target] : targets) {
        const auto source = tensors.find(name);
        if (source == tensors.end()) {
            return fail(ErrorCode::Corrupt, "The tensor " + name + " is missing.");
        }
        if (Status fit = checkFit(name, target, source->second); !fit) {
            return fit;
        }
    }
    for (auto item = tensors.lower_bound(prefix);
        item != tensors.end() && item->first.compare(0, prefix.size(), prefix) == 0; ++item) {
        if (targets.count(item->first) == 0) {
            return fail(ErrorCode::Corrupt,
                "The tensor " + item->first + " belongs to no part of the model.");
        }
    }
    const torch::NoGradGuard noGradients;
    for (const auto& [name, target] : targets) {
        target.detach().copy_(tensors.at(name));
    }
    return {};
}

Status assignTensors(torch::nn::Module& module, const SafeTensors& file, const std::string& prefix)
{
    return assignTensors(module, tensorsFrom(file), prefix);
}

} // namespace pieria::models
